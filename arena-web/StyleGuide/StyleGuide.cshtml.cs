using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Layout;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.StyleGuide;

/// <summary>
/// Shows every part of the site in every state, with made-up people, so that a change to the look can be judged at one glance.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class StyleGuideModel(TimeProvider time, Phrases words) : PageModel
{
    public string? Number { get; set; } = "120045";

    public string? Pin { get; set; } = "12a";

    public string? Moment { get; set; } = "01/12/2026 07:30";

    public string? School { get; set; }

    public string? Note { get; set; }

    public bool Agree { get; set; } = true;

    public DateTimeOffset Now => time.GetUtcNow();

    public IEnumerable<SelectListItem> Schools { get; } =
    [new("THCS Trần Văn Ơn", "tvo"), new("THCS Nguyễn Du", "nd"), new("THPT chuyên Lê Hồng Phong", "lhp")];

    public ContestBar Bar =>
        new(
            "Hội thi Tin học trẻ cấp Thành phố, vòng sơ khảo",
            "#",
            Now.AddHours(-1),
            Now.AddMinutes(84),
            "120045",
            "Nguyễn Thị Minh Anh",
            [
                new(words["guide.statementTab"], "#guide-content", true),
                new(words["guide.verdicts"], "#guide-verdicts"),
                new(words["guide.board"], "#guide-board"),
            ],
            2,
            "#guide-feedback"
        );

    public BoardView Board { get; } = GuideBoard.Make();

    public CodeEditor Editor { get; } =
        new(
            "kieu-dang",
            [new("pascal", "Free Pascal 3.2", "pascal", [".pas", ".pp"]), new("python", "Python 3.11", "python", [".py"])],
            "pascal",
            """
            program TongLonNhat;
            { Dãy con liên tiếp có tổng lớn nhất }
            var
              n, i: longint;
              x, best, here: int64;
            begin
              readln(n);
              best := -1000000000;
              here := 0;
              for i := 1 to n do
              begin
                read(x);
                if here > 0 then here := here + x else here := x;
                if here > best then best := here;
              end;
              writeln('Tong: ', best);
            end.
            """
        );

    public SignInCard Card { get; } =
        new(
            "Hội thi Tin học trẻ 2026",
            "Nguyễn Thị Minh Anh",
            "THCS Trần Văn Ơn, lớp 9A5",
            "thi.hcm.edu.vn/dang-nhap",
            [new("Mã cuộc thi", "THT26"), new("Số báo danh", "120045"), new("PIN", "483 920")]
        );

    public void OnGet() => ModelState.AddModelError(nameof(Pin), words["guide.pinError"]);
}
