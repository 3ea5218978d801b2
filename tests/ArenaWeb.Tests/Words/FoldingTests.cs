using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Họ và tên", "hovaten")]
    [InlineData(" HỌ  VÀ TÊN* ", "hovaten")]
    [InlineData("Điểm số", "diemso")]
    [InlineData("Đồng ý", "dongy")]
    public void Plain_text_has_no_marks_and_no_signs(string text, string plain) => Assert.Equal(plain, Folding.Plain(text));

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "nguyễn  thị hoà")]
    [InlineData("Thuý", "Thúy")]
    [InlineData("Hoạ My", "Họa My")]
    public void Both_ways_to_place_a_tone_are_the_same_name(string one, string other) =>
        Assert.Equal(Folding.SameName(one), Folding.SameName(other));

    [Theory]
    [InlineData("Hoa", "Hòa")]
    [InlineData("Dung", "Đung")]
    [InlineData("Ân", "An")]
    public void Another_letter_or_tone_is_another_name(string one, string other) =>
        Assert.NotEqual(Folding.SameName(one), Folding.SameName(other));
}
