"""One module for each kind of answer: what it says, in which order, with which weight."""
