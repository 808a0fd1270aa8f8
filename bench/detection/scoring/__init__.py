"""How findings are compared with annotations, one comparison a module."""
