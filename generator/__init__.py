"""Phaen: plan data of Thai local administrative organisations in, a public website out. Folders are stages."""
