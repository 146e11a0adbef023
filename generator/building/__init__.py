"""Builds a site. The engine is passed in through the protocol `Engine`."""
