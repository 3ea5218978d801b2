using System.Buffers.Binary;

namespace Judge.Sandbox.Filter;

/// <summary>
/// The system call filter as the kernel runs it: classic BPF over <c>struct seccomp_data</c> (number at 0, architecture at 4,
/// arguments of 8 bytes from 16), 8 bytes an instruction: code, jumps if true and false, constant. See seccomp(2).
/// </summary>
internal sealed class BpfProgram
{
    private const ushort Load = 0x20,
        And = 0x54,
        JumpEqual = 0x15,
        JumpGreater = 0x25,
        JumpGreaterEqual = 0x35,
        Return = 0x06;
    private const uint Kill = 0x8000_0000,
        Fail = 0x0005_0000,
        Allow = 0x7fff_0000;
    private const uint X86_64 = 0xc000_003e,
        OtherAbi = 0x4000_0000,
        NotPermitted = 1;

    private readonly List<byte> _code = [];

    /// <summary>The program for these calls: what is not among them fails with EPERM; foreign conventions kill.</summary>
    public static byte[] For(IReadOnlyList<SystemCall> calls)
    {
        var program = new BpfProgram();
        program.Add(Load, 4);
        program.Add(JumpEqual, X86_64, 1, 0);
        program.Add(Return, Kill);
        program.Add(Load, 0);
        program.Add(JumpGreaterEqual, OtherAbi, 0, 1);
        program.Add(Return, Kill);
        foreach ((var first, var last) in Ranges(calls.Where(c => c.Condition is null && c.Error is null).Select(c => c.Number)))
        {
            program.Add(JumpGreaterEqual, first, 0, 2);
            program.Add(JumpGreater, last, 1, 0);
            program.Add(Return, Allow);
        }

        foreach (var call in calls.Where(c => c.Condition is not null || c.Error is not null))
        {
            program.AddSpecial(call);
        }

        program.Add(Return, Fail | NotPermitted);
        return [.. program._code];
    }

    /// <summary>Runs of numbers that follow each other, ascending.</summary>
    private static IEnumerable<(uint First, uint Last)> Ranges(IEnumerable<uint> numbers)
    {
        uint[] sorted = [.. numbers.Order()];
        for (int i = 0, next; i < sorted.Length; i = next)
        {
            next = i + 1;
            while (next < sorted.Length && sorted[next] == sorted[next - 1] + 1)
            {
                next++;
            }

            yield return (sorted[i], sorted[next - 1]);
        }
    }

    private void AddSpecial(SystemCall call)
    {
        if (call.Condition is not { } test)
        {
            Add(JumpEqual, call.Number, 0, 1);
            Add(Return, Fail | call.Error!.Value);
            return;
        }

        Add(JumpEqual, call.Number, 0, 5);
        Add(Load, 16 + 8 * (uint)test.Argument);
        Add(And, test.Mask);
        Add(JumpEqual, test.Value, 0, 1);
        Add(Return, Allow);
        Add(Return, Fail | NotPermitted);
    }

    private void Add(ushort operation, uint constant, byte ifTrue = 0, byte ifFalse = 0)
    {
        Span<byte> instruction = stackalloc byte[8];
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, operation);
        instruction[2] = ifTrue;
        instruction[3] = ifFalse;
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], constant);
        _code.AddRange(instruction);
    }
}
