using System.Net.Sockets;

namespace Judge.Sandbox.Runner;

/// <summary>
/// A user id that no other box on this machine has. The limit on processes is counted by user over the whole machine, so two
/// boxes with one id would disturb each other. The id is held by binding a name in the abstract socket namespace: atomic, and free again
/// by itself when the judge dies.
/// </summary>
internal sealed class UserLease : IDisposable
{
    /// <summary>First of the ids, above all that systems give to people and services (65,534 is "nobody").</summary>
    private const int First = 70_000;
    private const int Count = 20_000;

    /// <summary>Different judges begin in different places; one judge gives an id again only after all others.</summary>
    private static int _last = Environment.ProcessId * 64 % Count;

    private readonly Socket _holder;

    private UserLease(Socket holder, int id)
    {
        _holder = holder;
        Id = id;
    }

    public int Id { get; }

    public static UserLease Take()
    {
        for (var i = 0; i < Count; i++)
        {
            var id = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            var holder = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                holder.Bind(new UnixDomainSocketEndPoint($"\0contest-box-user-{id}"));
                return new UserLease(holder, id);
            }
            catch (SocketException)
            {
                holder.Dispose();
            }
        }

        throw new SandboxException("No user id is free for another box.");
    }

    public void Dispose() => _holder.Dispose();
}
