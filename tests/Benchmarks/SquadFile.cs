using System.Text.Json;

namespace PolicyBot.Benchmarks;

/// <summary>Reads and writes sets in the layout of SQuAD, as CMRC 2018 and DRCD have it.</summary>
internal static class SquadFile
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Every context once; a question's right passage is the one that it stands with.</summary>
    public static BenchmarkSet Read(string path)
    {
        var file = JsonSerializer.Deserialize<SquadSet>(File.ReadAllText(path), Layout)
            ?? throw new InvalidDataException($"{path} is empty");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var questions = new List<BenchmarkQuestion>();
        foreach (var paragraph in file.Data.SelectMany(article => article.Paragraphs))
        {
            numbers.TryAdd(paragraph.Context, numbers.Count);
            questions.AddRange(paragraph.Qas.Select(asked => new BenchmarkQuestion("", asked.Question, numbers[paragraph.Context])));
        }

        var passages = numbers.OrderBy(entry => entry.Value).Select(entry => new BenchmarkPassage("", entry.Key));
        return new BenchmarkSet(Path.GetFileNameWithoutExtension(path), [.. passages], questions);
    }

    public static void Write(string path, SquadSet set) => File.WriteAllText(path, JsonSerializer.Serialize(set, Layout));
}

internal sealed record SquadSet(string Version, IReadOnlyList<SquadArticle> Data);

internal sealed record SquadArticle(string Title, IReadOnlyList<SquadParagraph> Paragraphs);

internal sealed record SquadParagraph(string Context, IReadOnlyList<SquadQuestion> Qas);

internal sealed record SquadQuestion(string Id, string Question, IReadOnlyList<SquadAnswer> Answers);

internal sealed record SquadAnswer(string Text, [property: System.Text.Json.Serialization.JsonPropertyName("answer_start")] int AnswerStart);
