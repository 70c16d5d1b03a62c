using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>A copy of one real policy in a folder of its own, to be broken.</summary>
internal sealed class PolicyCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policybot-policy-");

    private PolicyCopy(string name)
    {
        File = Path.Combine(folder.FullName, name);
        Text = System.IO.File.ReadAllText(Repository.Path("knowledge", "policies", name));
        System.IO.File.Copy(
            Repository.Path("knowledge", "policies", "facts.zh-CN.yaml"), Path.Combine(folder.FullName, "facts.zh-CN.yaml"));
    }

    public string File { get; }

    private string Text { get; set; }

    public static PolicyCopy Of(string policy) => new(policy + ".yaml");

    public static PolicyCopy OfWujiang() => new("wujiang-medical.yaml");

    public static PolicyCopy OfJilin() => new("jilin-medical.yaml");

    /// <summary>Puts other words in place of some that stand in the file; so that a test fails loudly when the policy has changed.</summary>
    public PolicyCopy Replace(string old, string with)
    {
        var at = Text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the policy no longer has: {old}");
        Text = string.Concat(Text.AsSpan(0, at), with, Text.AsSpan(at + old.Length));
        return this;
    }

    public PolicyCopy InsertAfter(string line, string lines) => Replace(line + "\n", line + "\n" + lines + "\n");

    /// <summary>Takes out a list item that begins with <c>- id: …</c> inside a section, up to the next one.</summary>
    public PolicyCopy RemoveItem(string section, string id)
    {
        var from = Text.IndexOf($"  - id: {id}\n", Text.IndexOf($"\n{section}:\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(from >= 0, $"{section} has no {id}");
        var next = Text.IndexOf("\n  - id:", from, StringComparison.Ordinal);
        var end = Text.IndexOf("\n\n", from, StringComparison.Ordinal);
        Text = Text.Remove(from, (next >= 0 && next < end ? next : end) + 1 - from);
        return this;
    }

    /// <summary>Line (from 1) of the first place where the words stand.</summary>
    public long LineOf(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the copy has not: {words}");
        return Text.AsSpan(0, at).Count('\n') + 1;
    }

    public string TextOfLine(long line) => Text.Split('\n')[line - 1];

    public PolicyLibrary Read()
    {
        System.IO.File.WriteAllText(File, Text);
        return PolicyLibrary.Read(folder.FullName, RealKnowledge.Guides, RealKnowledge.Places);
    }

    public PolicyLibrary Load()
    {
        System.IO.File.WriteAllText(File, Text);
        return PolicyLibrary.Load(folder.FullName, RealKnowledge.Guides, RealKnowledge.Places);
    }

    public IReadOnlyList<PolicyFinding> Findings() => PolicyChecker.Check(Assert.Single(Read().Policies)).Findings;

    public void Dispose() => folder.Delete(recursive: true);
}
