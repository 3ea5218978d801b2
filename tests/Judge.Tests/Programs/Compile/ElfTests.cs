using System.Buffers.Binary;
using Judge.Programs.Compile;

namespace Judge.Tests.Programs.Compile;

public sealed class ElfTests
{
    [Fact]
    public void The_sizes_in_memory_of_loaded_segments_are_summed() =>
        Assert.Equal(4096 + (400L << 20), Elf.LoadedBytes(File((1, 4096), (2, 77), (1, 400UL << 20))));

    [Fact]
    public void A_running_program_of_this_machine_has_a_size() =>
        Assert.True(Elf.LoadedBytes(System.IO.File.ReadAllBytes(Environment.ProcessPath!)) > 4096);

    [Fact]
    public void Sizes_beyond_all_measure_do_not_wrap_around() =>
        Assert.Equal(long.MaxValue, Elf.LoadedBytes(File((1, ulong.MaxValue), (1, ulong.MaxValue))));

    [Fact]
    public void What_is_no_such_file_has_no_size()
    {
        var good = File((1, 4096));
        Assert.Equal(0, Elf.LoadedBytes([]));
        Assert.Equal(0, Elf.LoadedBytes("print(1)"u8));
        Assert.Equal(0, Elf.LoadedBytes(good.AsSpan(0, good.Length - 1)));
        BinaryPrimitives.WriteUInt64LittleEndian(good.AsSpan(0x20), ulong.MaxValue);
        Assert.Equal(0, Elf.LoadedBytes(good));
    }

    private static byte[] File(params (uint Type, ulong Bytes)[] segments)
    {
        var file = new byte[64 + 56 * segments.Length];
        "\u007fELF\u0002\u0001"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(0x20), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x38), (ushort)segments.Length);
        foreach (var (i, (type, bytes)) in segments.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(64 + 56 * i), type);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(64 + 56 * i + 0x28), bytes);
        }

        return file;
    }
}
