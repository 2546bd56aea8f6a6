"""The parts that the pages about working cultures share."""
