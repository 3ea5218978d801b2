# Looks for something to run.
# expect: Exited
import os
for name in ("sh", "bash", "dash", "busybox", "su", "sudo", "mount", "dpkg", "apt-get", "perl", "wget", "curl"):
    for folder in ("/bin", "/usr/bin", "/sbin", "/usr/sbin", "/usr/local/bin"):
        if os.path.lexists(f"{folder}/{name}"):
            print("LEAK:", folder, name)
