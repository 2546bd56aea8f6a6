"""What `cb offer` needs: offers made, listed and changed, and what is logged of them."""
