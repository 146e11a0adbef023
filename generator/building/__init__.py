"""The whole order of a build on one screen. Handed a `render`, so that it knows no engine."""
