---
# Whether the rules exist: present, or absent to delete all that the role has made.
[=role]_state: present
