using System.Text.Json.Nodes;
using Judge.Kodu;
using Judge.Kodu.Model;
using Judge.Kodu.Tasks;
using Judge.Problems.Package;
using Judge.Tests.Kodu;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class KoduCommandTests
{
    private static readonly KoduReport Apples = KoduReport.Of(SampleWorlds.Apples().Zip());

    [Fact]
    public void A_world_is_told_in_the_language_that_is_wanted()
    {
        var (vietnamese, english) = (Told(Apples, "vi"), Told(Apples, "en"));
        Assert.Contains("KHI [va chạm] [táo] LÀM [ăn]", vietnamese);
        Assert.Contains("WHEN [bumped] [apple] DO [eat]", english);
        Assert.Contains("Đuổi theo rồi bắt lấy: 1", vietnamese);
        Assert.Contains("Không có gì phải xem lại.", vietnamese);
        Assert.Contains("3 Goal: ", english);
    }

    [Fact]
    public void A_finding_names_its_rule() =>
        Assert.Contains(
            "(Kodu 1, trang 1, dòng 1)",
            Told(KoduReport.Of(new WorldBuilder().With("BokuBot", "Kodu 1", "WHEN [see] DO [score]").Zip()), "vi")
        );

    [Fact]
    public void A_file_that_is_no_world_is_one_sentence() =>
        Assert.Contains("K100 Cannot be read: This is no Kodu world.", Told(KoduReport.Of([1, 2, 3]), "en"));

    [Fact]
    public void Points_of_a_task_are_told_in_the_words_of_its_teacher()
    {
        const string Task = "checks: [{win: true, vi: Trò chơi thắng được, points: 2.5}, {pages: 3}]";
        var items = TaskFile.Parse(YamlMap.Parse(Task, "task.yaml"));
        var told = Told(Apples, "vi", TaskResult.Of(items, Census.Of(Apples.World!), Apples.Measures));
        Assert.Contains("✓ 2,5/2,5 Trò chơi thắng được", told);
        Assert.Contains("✗ 0/1 Có ít nhất 3 trang tới được của một nhân vật", told);
        Assert.Contains("Điểm tự động: 2,5/3,5.", told);
    }

    [Fact]
    public void Machines_get_counts_with_their_places()
    {
        using var output = new StringWriter();
        KoduCommand.WriteJson(Apples, null, Words.Of(["--lang", "vi"]), output);
        var json = JsonNode.Parse(output.ToString())!;
        Assert.Equal((1, "1.2.1.1"), ((int)json["counts"]!["victory"]!["value"]!, (string)json["counts"]!["victory"]!["places"]![0]!));
        Assert.Equal(3, (int)json["bands"]!["goal"]!);
        Assert.DoesNotContain("Mai", output.ToString());
    }

    private static string Told(KoduReport report, string language, TaskResult? result = null)
    {
        using var output = new StringWriter();
        KoduCommand.Write(report, result, Words.Of(["--lang", language]), output);
        return output.ToString();
    }
}
