"""Publishing by git push: who may push what, what is accepted, how it reaches main, what the builder has to build."""
