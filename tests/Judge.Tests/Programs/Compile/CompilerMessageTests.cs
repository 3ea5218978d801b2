using System.Text;
using FsCheck.Fluent;
using Judge.Programs.Compile;

namespace Judge.Tests.Programs.Compile;

public sealed class CompilerMessageTests
{
    [Fact]
    public void Paths_of_the_box_are_taken_out()
    {
        Assert.Equal("main.pas(3,1) Error: near x", Clean("/prog/main.pas(3,1) Error: near /box/x\n"));
        Assert.Equal("ld: ccX.o: a/b", Clean("/usr/bin/ld: /tmp/ccX.o: a/b"));
        Assert.Equal("stl_algo.h:5:1: note: 6/2", Clean("/usr/include/c++/12/bits/stl_algo.h:5:1: note: 6/2"));
        Assert.Equal("1 | x = a/lib/b", Clean("1 | x = a/lib/b"));
    }

    [Fact]
    public void Lines_of_noise_are_left_out() =>
        Assert.Equal(
            "main.pas(4,8) Fatal: illegal character",
            CompilerMessage.Clean(
                "\nmain.pas(4,8) Fatal: illegal character\nFatal: Compilation aborted\n"u8,
                ["Fatal: Compilation aborted"]
            )
        );

    [Fact]
    public void Bytes_of_old_code_pages_are_replaced() =>
        Assert.Equal("Error: \"caf\ufffd\"", CompilerMessage.Clean([.. "Error: \"caf"u8, 0xE9, .. "\""u8], []));

    [Fact]
    public void Control_and_direction_marks_are_removed_and_tabs_stay() =>
        Assert.Equal("a[31mb\tcd", Clean("a\u001b[31mb\tc\0\u202ed\u0007\r\n"));

    [Fact]
    public void Vietnamese_words_stay_as_they_are() => Assert.Equal("Lỗi: thiếu dấu chấm phẩy", Clean("Lỗi: thiếu dấu chấm phẩy"));

    [Fact]
    public void A_long_message_is_cut_after_a_whole_line_with_a_mark()
    {
        var message = Clean(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"main.pas({i},1) Error\n")));
        Assert.EndsWith("Error\n[…]", message);
        Assert.InRange(Encoding.UTF8.GetByteCount(message), 8_100, CompilerMessage.MostBytes);
    }

    [Fact]
    public void One_endless_line_is_cut_too()
    {
        var message = Clean(new string('x', 1_000_000));
        Assert.EndsWith("x[…]", message);
        Assert.True(Encoding.UTF8.GetByteCount(message) <= CompilerMessage.MostBytes);
    }

    [Fact]
    public void No_bytes_break_it()
    {
        var bytes = Gen.Choose(0, 255)
            .Select(i => (byte)i)
            .ListOf()
            .Select(list => list.SelectMany(b => Enumerable.Repeat(b, 200)).ToArray());
        Prop.ForAll(
                bytes.ToArbitrary(),
                words =>
                {
                    var message = CompilerMessage.Clean(words, []);
                    return Encoding.UTF8.GetByteCount(message) <= CompilerMessage.MostBytes
                        && message.All(c => c is '\n' or '\t' || !char.IsControl(c));
                }
            )
            .Holds();
    }

    private static string Clean(string words) => CompilerMessage.Clean(Encoding.UTF8.GetBytes(words), []);
}
