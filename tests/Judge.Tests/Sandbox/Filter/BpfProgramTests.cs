using System.Buffers.Binary;
using Judge.Sandbox.Filter;

namespace Judge.Tests.Sandbox.Filter;

/// <summary>The program is run by a small machine as the kernel's, and must say what the list says.</summary>
public class BpfProgramTests
{
    private const uint Kill = 0x8000_0000,
        Allow = 0x7fff_0000,
        NotPermitted = 0x0005_0001;
    private const uint X86_64 = 0xc000_003e,
        I386 = 0x4000_0003;

    private static readonly byte[] Program = BpfProgram.For(SystemCalls.Allowed.Calls);

    [Fact]
    public void Every_number_is_allowed_exactly_when_the_list_has_it()
    {
        var free = SystemCalls.Allowed.Calls.Where(c => c.Condition is null && c.Error is null).Select(c => c.Number).ToHashSet();
        var special = SystemCalls.Allowed.Calls.Select(c => c.Number).Except(free).ToHashSet();
        for (uint number = 0; number < 1000; number++)
        {
            if (!special.Contains(number))
            {
                Assert.Equal(free.Contains(number) ? Allow : NotPermitted, Run(X86_64, number, 0));
            }
        }
    }

    [Theory]
    [InlineData(41, 1, Allow)] // socket, AF_UNIX
    [InlineData(41, 2, NotPermitted)]
    [InlineData(41, 40, NotPermitted)] // AF_VSOCK
    [InlineData(56, 0x11, Allow)] // clone, SIGCHLD
    [InlineData(56, 0x10000011, NotPermitted)] // CLONE_NEWUSER
    [InlineData(435, 0, 0x0005_0026)] // clone3: ENOSYS
    [InlineData(203, 0, 0x0005_0000)] // sched_setaffinity: done nothing, well
    public void Conditions_look_at_the_argument(uint number, uint argument, uint expected) =>
        Assert.Equal(expected, Run(X86_64, number, argument));

    [Fact]
    public void Other_conventions_kill()
    {
        Assert.Equal(Kill, Run(I386, 1, 0));
        Assert.Equal(Kill, Run(X86_64, 0x4000_0001, 0));
    }

    private static uint Run(uint architecture, uint number, uint argument)
    {
        uint register = 0;
        for (var at = 0; ; at++)
        {
            ReadOnlySpan<byte> step = Program.AsSpan(at * 8, 8);
            var constant = BinaryPrimitives.ReadUInt32LittleEndian(step[4..]);
            switch (BinaryPrimitives.ReadUInt16LittleEndian(step))
            {
                case 0x20:
                    register = constant switch
                    {
                        0 => number,
                        4 => architecture,
                        16 => argument,
                        _ => throw new InvalidOperationException(),
                    };
                    break;
                case 0x54:
                    register &= constant;
                    break;
                case 0x15:
                    at += register == constant ? step[2] : step[3];
                    break;
                case 0x25:
                    at += register > constant ? step[2] : step[3];
                    break;
                case 0x35:
                    at += register >= constant ? step[2] : step[3];
                    break;
                case 0x06:
                    return constant;
                default:
                    throw new InvalidOperationException($"unknown instruction at {at}");
            }
        }
    }
}
