using FsCheck;
using FsCheck.Fluent;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>Texts to try: arbitrary ones, and pieces of guides and questions in a wild mix with signs, emoji and names.</summary>
internal static class SomeText
{
    private static readonly string[] Pieces =
    [
        .. Answering.Library.Guides.SelectMany(guide => guide.Passages).Select(passage => passage.Text),
        .. Judged.Load("tuning").Select(question => question.Q),
        "吴江", "上海", "吉林", "蛟河", "北京", "备案", "要", "不知道", "😀", "\ud83d", "？", "\n", "\0", "…", "ＡＢＣ", "備案", " ", "2026-02-30",
    ];

    public static Arbitrary<string> Arbitrary { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        from pieces in Gen.ListOf(Gen.Elements(Pieces))
        from cut in Gen.Choose(1, 40)
        select string.Concat(pieces.Select(piece => piece[..Math.Min(cut, piece.Length)]))).ToArbitrary();
}
