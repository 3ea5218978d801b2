using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox;

/// <summary>The few system calls that .NET does not offer. All descriptors are closed in programs that the judge starts.</summary>
internal static class Kernel
{
    private const int CloseOnExec = 0x80000;
    private const int SetPipeSize = 1031;

    /// <param name="size">Bytes it should hold; the kernel's own size where that is not granted.</param>
    public static (SafeFileHandle Read, SafeFileHandle Write) CreatePipe(int size)
    {
        int[] ends = new int[2];
        Require(pipe2(ends, CloseOnExec));
        var write = new SafeFileHandle(ends[1], ownsHandle: true);
        _ = fcntl(write, SetPipeSize, size);
        return (new SafeFileHandle(ends[0], ownsHandle: true), write);
    }

    private static void Require(int result)
    {
        if (result < 0)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int pipe2([Out] int[] ends, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(SafeFileHandle descriptor, int command, int argument);
}
