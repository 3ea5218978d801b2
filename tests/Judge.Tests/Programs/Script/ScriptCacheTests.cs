using Judge.Programs.Script;

namespace Judge.Tests.Programs.Script;

public sealed class ScriptCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contest-cache-");

    [Fact]
    public void What_was_kept_is_found_by_another_process()
    {
        var place = Path.Combine(_folder.FullName, "not", "there", "yet");
        var cache = new ScriptCache(place);
        Assert.Empty(cache.Find("a"));
        cache.Keep("a", [1, 2]);
        cache.Keep("a", [1, 2, 3]);
        Assert.Equal([1, 2, 3], cache.Find("a"));
        Assert.Equal([1, 2, 3], new ScriptCache(place).Find("a"));
        Assert.Equal("a.dll", Path.GetFileName(Assert.Single(Directory.GetFiles(place))));
    }

    [Fact]
    public void Without_a_folder_it_keeps_for_this_process()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var cache = new ScriptCache(file);
        cache.Keep("a", [1]);
        Assert.Equal([1], cache.Find("a"));
    }

    [Fact]
    public void A_key_is_of_all_that_the_compiled_script_depends_on()
    {
        string[] keys =
        [
            ScriptCache.Key("1", ScriptKind.Checker, "Accept();"),
            ScriptCache.Key("2", ScriptKind.Checker, "Accept();"),
            ScriptCache.Key("1", ScriptKind.Validator, "Accept();"),
            ScriptCache.Key("1", ScriptKind.Checker, "Reject();"),
        ];
        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(keys[0], ScriptCache.Key("1", ScriptKind.Checker, "Accept();"));
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
