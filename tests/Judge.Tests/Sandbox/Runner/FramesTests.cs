using System.Buffers.Binary;
using System.Text;
using Judge.Sandbox;
using Judge.Sandbox.Runner;

namespace Judge.Tests.Sandbox.Runner;

public class FramesTests
{
    private static readonly Limits Limits = new(TimeSpan.FromMilliseconds(1500), TimeSpan.FromSeconds(4), 64L << 20, 1000);

    [Fact]
    public void A_request_is_its_length_and_words_ended_by_nul()
    {
        var bytes = RequestHead.Wipe().ToBytes();
        Assert.Equal(5u, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal("wipe\0"u8.ToArray(), bytes[4..]);
    }

    [Fact]
    public void A_run_announces_its_payload_in_order()
    {
        Command command = new()
        {
            Arguments = ["/prog/main", "ă b"],
            Environment = ["A=1"],
            Stdin = Content.OfBytes("12"u8.ToArray()),
            Files = new Dictionary<string, Content>
            {
                ["A.INP"] = Content.OfBytes("345"u8.ToArray()),
                ["feedback/x"] = Content.OfBytes("6"u8.ToArray()),
            },
            Folders = ["feedback"],
            Collect = ["A.OUT", "feedback/*"],
            MergeStderr = true,
        };
        var head = RequestHead.Run(command, Limits, boundSpace: false);
        var words = Encoding.UTF8.GetString(head.ToBytes()[4..]).Replace('\0', ' ');
        Assert.Equal(
            "run arg=/prog/main arg=ă b env=A=1 cpu=1500000 wall=4000000 output=1000 size=67108864 stack=67108864 space=0 "
                + "processes=1 stdin=2 merge folder=feedback file=3:A.INP file=1:feedback/x collect=A.OUT collect=feedback/* ",
            words
        );
        Assert.Equal([2L, 3L, 1L], head.Payload.Select(c => c.Length));
    }

    [Theory]
    [InlineData(1, 1, " processes=1 stdin=0")]
    [InlineData(1, 16, " processes=16 alone stdin=0")]
    [InlineData(4, 1, " processes=4 stdin=0")]
    public void A_program_that_may_start_threads_only_is_told_to_the_runner(int processes, int threads, string words)
    {
        var head = RequestHead.Run(new Command { Arguments = [], Threads = threads }, Limits with { Processes = processes }, false);
        Assert.Contains(words, Encoding.UTF8.GetString(head.ToBytes()).Replace('\0', ' '));
    }

    [Fact]
    public void A_program_that_may_be_born_is_told_to_the_runner()
    {
        var head = RequestHead.Run(new Command { Arguments = [], Fork = true }, Limits, false);
        Assert.Contains(" processes=1 fork stdin=0", Encoding.UTF8.GetString(head.ToBytes()).Replace('\0', ' '));
    }

    [Fact]
    public void Ends_of_pipes_come_along_in_the_order_of_their_words_and_are_closed_with_the_request()
    {
        using var one = Pipe.Create();
        using var other = Pipe.Create();
        var head = RequestHead.Run(
            new Command
            {
                Arguments = [],
                StdinPipe = one.ReadEnd,
                StdoutPipe = other.WriteEnd,
            },
            Limits,
            boundSpace: false
        );
        var words = Encoding.UTF8.GetString(head.ToBytes()[4..]).Replace('\0', ' ');
        Assert.EndsWith("stdin=given stdout=given descriptors=2 ", words, StringComparison.Ordinal);
        Assert.Equal([one.ReadEnd, other.WriteEnd], head.Descriptors);
        head.Dispose();
        Assert.True(one.ReadEnd.IsClosed && other.WriteEnd.IsClosed);
        Assert.False(one.WriteEnd.IsClosed || other.ReadEnd.IsClosed);
    }

    [Fact]
    public void Open_files_come_along_instead_of_being_sent_and_once_whatever_their_names()
    {
        using var some = Pipe.Create();
        using var more = Pipe.Create();
        var small = Content.OfDescriptor(some.ReadEnd, 1 << 20);
        var big = Content.OfDescriptor(some.WriteEnd, 100 << 20);
        var files = new Dictionary<string, Content>
        {
            ["A"] = small,
            ["B"] = big,
            ["b"] = big,
            ["a"] = small,
        };
        var command = new Command
        {
            Arguments = [],
            Stdin = Content.OfDescriptor(more.ReadEnd, 100 << 20),
            Files = files,
        };
        using var head = RequestHead.Run(command, Limits, boundSpace: false);
        var words = Encoding.UTF8.GetString(head.ToBytes()[4..]).Replace('\0', ' ');
        Assert.EndsWith("stdin=given copy=A also=a show=B also=b descriptors=3 ", words, StringComparison.Ordinal);
        Assert.Equal([more.ReadEnd, some.ReadEnd, some.WriteEnd], head.Descriptors);
        Assert.Empty(head.Payload);
    }

    [Fact]
    public void Nul_in_a_word_is_refused() =>
        Assert.Throws<ArgumentException>(() => RequestHead.Put([KeyValuePair.Create("a\0b", Content.Empty)]).ToBytes());

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("../a")]
    [InlineData("a/..")]
    [InlineData(".")]
    [InlineData("a/b/c")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => RequestHead.Put([KeyValuePair.Create(name, Content.Empty)]));

    [Fact]
    public void An_answer_tells_numbers_flags_and_payload()
    {
        var answer = Answer.Parse("done\0exit=3\0passed=cpu\0passed=wall\0stdout=5\0file=7:A B:C=D\0"u8);
        Assert.Equal(("done", 3L, 0L), (answer.Verb, answer["exit"], answer["signal"]));
        Assert.True(answer.Has("passed", "wall"));
        Assert.False(answer.Has("passed", "output"));
        Assert.Equal([("stdout", 5), ("file:A B:C=D", 7)], answer.Payload);
    }
}
