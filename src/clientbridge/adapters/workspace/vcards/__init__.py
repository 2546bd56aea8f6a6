"""Address cards (vCard 2.1, 3.0, 4.0) read as people; read only, for no two programs write them alike."""
