"""Journal files, and the cache of agendas computed from them."""
