"""What is fetched over the network: addresses, hosts, one guarded request that everything else stands on."""
