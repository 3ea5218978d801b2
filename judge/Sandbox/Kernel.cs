using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox;

/// <summary>The few system calls that .NET does not offer. All descriptors are closed in programs that the judge starts.</summary>
internal static class Kernel
{
    private const int CloseOnExec = 0x80000;
    private const int SetPipeSize = 1031,
        AddSeals = 1033;

    /// <summary>MFD_CLOEXEC and MFD_ALLOW_SEALING.</summary>
    private const uint Sealable = 3;

    /// <summary>F_SEAL_SEAL, SHRINK, GROW and WRITE.</summary>
    private const int AllSeals = 15;

    /// <summary>
    /// rw for everybody: programs in boxes open what they were handed by name, and have other users than the judge. A Pascal program that
    /// reads a typed file opens it for writing too; seals keep it from writing.
    /// </summary>
    private const uint ModeForAll = 0x1b6;

    /// <summary>Most bytes that one copying call is asked for.</summary>
    private const long Portion = 1 << 30;

    /// <param name="size">Bytes it should hold; the kernel's own size where that is not granted.</param>
    /// <param name="isOpenable">Whether who has one end may open it anew by its name under /proc.</param>
    public static (SafeFileHandle Read, SafeFileHandle Write) CreatePipe(int size, bool isOpenable)
    {
        var ends = new int[2];
        Require(pipe2(ends, CloseOnExec));
        var write = new SafeFileHandle(ends[1], ownsHandle: true);
        var read = new SafeFileHandle(ends[0], ownsHandle: true);
        _ = fcntl(write, SetPipeSize, size);
        if (isOpenable)
        {
            Require(fchmod(write, ModeForAll));
        }

        return (read, write);
    }

    /// <summary>An empty file in memory.</summary>
    /// <param name="name">Programs that have it open can see the name.</param>
    public static SafeFileHandle CreateMemoryFile(string name) => Opened(memfd_create(name, Sealable));

    /// <summary>From now on nobody can change the file, however it is opened.</summary>
    public static void Seal(SafeFileHandle memoryFile)
    {
        Require(fchmod(memoryFile, ModeForAll));
        Require(fcntl(memoryFile, AddSeals, AllSeals));
    }

    /// <summary>Opens a file without the lock that .NET would set: a program in a box could hold one on the same file.</summary>
    public static SafeFileHandle OpenForReading(string path) => Opened(open(path, CloseOnExec));

    /// <summary>Copies so many bytes from the start of a file to the end of another, inside the kernel.</summary>
    /// <exception cref="IOException">It has fewer.</exception>
    public static void Copy(SafeFileHandle from, SafeFileHandle to, long length)
    {
        var left = length;
        while (left > 0)
        {
            var copied = sendfile(to, from, 0, (nint)Math.Min(left, Portion));
            Require(copied);
            left -= copied != 0 ? copied : throw new EndOfStreamException("A file became shorter while it was read.");
        }
    }

    private static SafeFileHandle Opened(int descriptor)
    {
        Require(descriptor);
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static void Require(nint result)
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

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int memfd_create(string name, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fchmod(SafeFileHandle descriptor, uint mode);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open(string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern nint sendfile(SafeFileHandle to, SafeFileHandle from, nint offset, nint count);
}
