using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox.Runner;

/// <summary>Sends descriptors over a local socket: sendmsg(2) with SCM_RIGHTS, see unix(7), in the layout of 64-bit Linux.</summary>
internal static class DescriptorMessage
{
    private const int SocketLevel = 1,
        Rights = 1,
        NoSignal = 0x4000;
    private const int Interrupted = 4,
        TryAgain = 11;

    /// <summary>Length (8 bytes), level and kind of a control message.</summary>
    private const int HeadSize = 16;

    /// <summary>Sends the beginning of the bytes with the descriptors; returns how many bytes went out.</summary>
    /// <exception cref="IOException">The connection ended.</exception>
    public static int Send(Socket socket, byte[] bytes, IReadOnlyList<SafeFileHandle> descriptors)
    {
        var held = new List<SafeFileHandle>();
        var content = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            foreach (var descriptor in descriptors)
            {
                var added = false;
                descriptor.DangerousAddRef(ref added);
                held.Add(descriptor);
            }

            return Send(socket, content.AddrOfPinnedObject(), bytes.Length, [.. held.Select(h => (int)h.DangerousGetHandle())]);
        }
        finally
        {
            held.ForEach(h => h.DangerousRelease());
            content.Free();
        }
    }

    private static int Send(Socket socket, nint bytes, int length, int[] descriptors)
    {
        var part = GCHandle.Alloc(new[] { bytes, length }, GCHandleType.Pinned);
        var control = GCHandle.Alloc(Control(descriptors), GCHandleType.Pinned);
        try
        {
            var message = new Message
            {
                Parts = part.AddrOfPinnedObject(),
                PartCount = 1,
                Control = control.AddrOfPinnedObject(),
                ControlLength = HeadSize + descriptors.Length * sizeof(int),
            };
            return (int)Send(socket, message);
        }
        finally
        {
            part.Free();
            control.Free();
        }
    }

    private static nint Send(Socket socket, Message message)
    {
        while (true)
        {
            var sent = sendmsg(socket.SafeHandle, ref message, NoSignal);
            var error = Marshal.GetLastPInvokeError();
            if (sent >= 0)
            {
                return sent;
            }

            if (error == TryAgain)
            {
                socket.Poll(TimeSpan.FromSeconds(1), SelectMode.SelectWrite);
            }
            else if (error != Interrupted)
            {
                throw new IOException(new Win32Exception(error).Message);
            }
        }
    }

    private static byte[] Control(int[] descriptors)
    {
        var length = HeadSize + descriptors.Length * sizeof(int);
        var control = new byte[(length + 7) / 8 * 8];
        MemoryMarshal.Write(control, (long)length);
        MemoryMarshal.Write(control.AsSpan(8), SocketLevel);
        MemoryMarshal.Write(control.AsSpan(12), Rights);
        MemoryMarshal.AsBytes<int>(descriptors).CopyTo(control.AsSpan(HeadSize));
        return control;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint sendmsg(SafeSocketHandle socket, ref Message message, int flags);

    /// <summary>struct msghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public nint Name;
        public uint NameLength;
        public nint Parts;
        public nint PartCount;
        public nint Control;
        public nint ControlLength;
        public int Flags;
    }
}
