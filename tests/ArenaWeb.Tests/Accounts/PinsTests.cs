using ArenaWeb.Accounts;
using Judge.Contests;
using Microsoft.Extensions.DependencyInjection;

namespace ArenaWeb.Tests.Accounts;

public sealed class PinsTests : IDisposable
{
    private static readonly ContestId Contest = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("pins-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pin_fits_its_contest_and_number_only()
    {
        var pins = new Pins(_folder);
        var hash = pins.Hash(Contest, "HS001", "123456");
        Assert.True(pins.Fits(hash, Contest, "HS001", "123456"));
        Assert.False(pins.Fits(hash, Contest, "HS001", "123457"));
        Assert.False(pins.Fits(hash, Contest, "HS002", "123456"));
        Assert.False(pins.Fits(hash, new ContestId(2), "HS001", "123456"));
        Assert.DoesNotContain("123456", hash);
    }

    [Fact]
    public void The_key_outlives_the_program_and_is_its_owners_alone()
    {
        var hash = new Pins(_folder).Hash(Contest, "HS001", "123456");
        Assert.Equal(hash, new Pins(_folder).Hash(Contest, "HS001", "123456"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "pin.key")));
    }

    [Fact]
    public void The_folder_of_the_keys_is_closed_to_others_even_where_it_was_open()
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        keys.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        new ServiceCollection().AddAccounts(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys.FullName));
    }

    [Fact]
    public void Another_key_makes_another_hash()
    {
        var elsewhere = Path.Combine(_folder, "elsewhere");
        Assert.NotEqual(new Pins(_folder).Hash(Contest, "HS001", "1"), new Pins(elsewhere).Hash(Contest, "HS001", "1"));
    }

    [Fact]
    public void A_damaged_key_stops_the_start()
    {
        File.WriteAllText(Path.Combine(_folder, "pin.key"), "short");
        Assert.Throws<InvalidOperationException>(() => new Pins(_folder));
    }

    [Fact]
    public void Fresh_pins_have_six_digits() =>
        Assert.All(Enumerable.Range(0, 200).Select(_ => Pins.Fresh()), pin => Assert.Matches("^[0-9]{6}$", pin));
}
