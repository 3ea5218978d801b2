# Looks for a network in every family that Linux knows.
# expect: Exited
import errno, socket
for family in range(2, 46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
            print("LEAK: a socket of family", family, kind)
        except OSError:
            pass
try:
    socket.create_connection(("127.0.0.1", 22), 1)
    print("LEAK: connected")
except OSError:
    pass
for path in ("/ctl/s", "/var/run/docker.sock", "\0contest-box-user-70000", "/dev/log"):
    try:
        socket.socket(socket.AF_UNIX).connect(path)
        print("LEAK: connected to", path)
    except OSError:
        pass
try:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("\0listener")
    print("LEAK: bound")
except OSError:
    pass
