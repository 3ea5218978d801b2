using Judge.Grade;

namespace Judge.Tests.Grade;

public sealed class GradeFoldersTests
{
    [Fact]
    public void What_an_earlier_run_wrote_is_no_contestant()
    {
        var folder = Directory.CreateTempSubdirectory("grade-");
        try
        {
            foreach (var file in (string[])["BAILAM/HS1/DOAN.PAS", "DETHI/DOAN/Test01/DOAN.INP", "KetQua/Logs/HS1[DOAN].PAS.log"])
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, file))!);
                File.WriteAllText(Path.Combine(folder.FullName, file), "");
            }

            var roots = GradeFolders.Find(folder.FullName, null, null, Path.Combine(folder.FullName, "KetQua"));
            Assert.Equal(new GradeFolders(Path.Combine(folder.FullName, "BAILAM"), Path.Combine(folder.FullName, "DETHI")), roots);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
