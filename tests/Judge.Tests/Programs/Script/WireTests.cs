using Judge.Programs.Script.Protocol;

namespace Judge.Tests.Programs.Script;

public class WireTests
{
    [Fact]
    public void Values_come_out_as_they_went_in()
    {
        var back = Sent(wire =>
        {
            wire.Write(-5L);
            wire.Write(12.50m);
            wire.Write("số một");
            wire.Write([0, 255]);
            wire.Write(new MemoryStream(new byte[200_000]), 150_000);
        });
        Assert.Equal(-5, back.ReadLong());
        Assert.Equal(12.50m, back.ReadDecimal());
        Assert.Equal("số một", back.ReadText());
        Assert.Equal([0, 255], back.ReadBytes());
        Assert.Equal(150_000, back.ReadBytes().Length);
        Assert.Throws<EndOfStreamException>(() => back.ReadLong());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    [InlineData(long.MaxValue)]
    public void A_length_is_not_believed(long length)
    {
        Assert.Throws<InvalidDataException>(() => Sent(wire => wire.Write(length)).ReadBytes(most: 10));
        Assert.Throws<InvalidDataException>(() => Sent(wire => wire.Write(length)).ReadInt(most: 10));
    }

    [Fact]
    public void What_is_no_number_is_told() => Assert.Throws<InvalidDataException>(() => Sent(wire => wire.Write("1,5e")).ReadDecimal());

    [Fact]
    public void A_file_that_became_shorter_is_told() =>
        Assert.Throws<EndOfStreamException>(() => Sent(wire => wire.Write(new MemoryStream(new byte[3]), 4)));

    private static Wire Sent(Action<Wire> write)
    {
        var stream = new MemoryStream();
        var wire = new Wire(Stream.Null, stream);
        write(wire);
        wire.Flush();
        return new Wire(new MemoryStream(stream.ToArray()), Stream.Null);
    }
}
