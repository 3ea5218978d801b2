using ArenaWeb.Layout.Mathematics;

namespace ArenaWeb.Tests.Layout.Mathematics;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("n", "<mi>n</mi>")]
    [InlineData("-3.5", "<mo>−</mo><mn>3.5</mn>")]
    [InlineData("a_1", "<msub><mi>a</mi><mn>1</mn></msub>")]
    [InlineData(@"10^{18}", "<msup><mn>10</mn><mrow><mn>18</mn></mrow></msup>")]
    [InlineData(@"x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData(@"1 \le n \le 10^5", "<mn>1</mn><mo>≤</mo><mi>n</mi><mo>≤</mo><msup><mn>10</mn><mn>5</mn></msup>")]
    [InlineData(@"\frac{a}{2}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData(@"\text{nếu } a < b", "<mtext>nếu </mtext><mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"\left( x \right.", "<mo>(</mo><mi>x</mi>")]
    [InlineData(@"10^9 \, s", "<msup><mn>10</mn><mn>9</mn></msup><mspace width=\"0.1667em\"></mspace><mi>s</mi>")]
    public void A_school_formula_becomes_MathMl(string tex, string row) =>
        Assert.Equal($"<math><mrow>{row}</mrow></math>", Formula.ToMathMl(tex, display: false));

    [Fact]
    public void A_sum_that_stands_alone_has_its_limits_above_and_below()
    {
        Assert.Contains("<munderover>", Formula.ToMathMl(@"\sum_{i=1}^n a_i", display: true), StringComparison.Ordinal);
        Assert.Contains("<msubsup>", Formula.ToMathMl(@"\sum_{i=1}^n a_i", display: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\begin{cases} 1 \end{cases}")]
    [InlineData(@"\href{javascript:x}{y}")]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData("x^")]
    [InlineData("x^2^3")]
    [InlineData(@"\text{a")]
    [InlineData("a & b")]
    public void What_is_not_understood_is_left_alone(string tex) => Assert.Null(Formula.ToMathMl(tex, display: false));

    [Fact]
    public void Text_cannot_become_markup() =>
        Assert.Contains("&lt;script&gt;", Formula.ToMathMl(@"\text{<script>}", display: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "}")]
    [InlineData(@"\sqrt{", "}")]
    [InlineData(@"\sqrt ", "")]
    [InlineData("x^{", "}")]
    public void Deep_nesting_is_refused_and_does_no_harm(string open, string close)
    {
        Assert.NotNull(Formula.ToMathMl(Nested(10), display: false));
        Assert.Null(Formula.ToMathMl(Nested(300), display: false));

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));
    }
}
