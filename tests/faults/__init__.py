"""What a server room, a network and Telegram do on bad days, over HTTP against the local Telegram."""
