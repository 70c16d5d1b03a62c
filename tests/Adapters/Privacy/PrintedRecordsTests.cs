using System.Reflection;
using System.Runtime.CompilerServices;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Privacy;

/// <summary>A record prints its members unless it says otherwise, and what is printed ends up in a log one day.</summary>
public sealed class PrintedRecordsTests
{
    /// <summary>Members that hold what people write, or who they are.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "Person", "Agent", "Name", "IdNumber", "Phone", "Text", "Folded", "Json", "Submission", "Said", "Rest", "Value", "AgentName", "AgentIdNumber", "AgentPhone",
        "Answers", "Reason", "IdTail", "IdNumberTail",
    };

    /// <summary>Whose name, text or person is no human being's.</summary>
    private static readonly HashSet<string> Innocent = new(StringComparer.Ordinal)
    {
        "FilingProblem", "AgencyOptions", "InterviewQuestion", "SealedPeople", "Choice", "PlaceSummary", "GuideSummary", "FilingAction", "DeterminationRequest",
    };

    [Fact]
    public void NoRecordThatHoldsPersonalDataPrintsItsMembers()
    {
        var talkative = new[] { typeof(Outbox).Assembly, Assembly.Load("policybot") }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("PolicyBot", StringComparison.Ordinal) == true)
            .Where(type => type.GetMethod("<Clone>$") is not null && !type.IsNestedPrivate && !Innocent.Contains(type.Name))
            .Where(type => type.GetProperties().Any(property => Telling.Contains(property.Name) && property.PropertyType != typeof(bool)))
            .Where(type => type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, [])?.IsDefined(typeof(CompilerGeneratedAttribute)) != false);

        Assert.Empty(talkative.Select(type => type.FullName));
    }

    [Fact]
    public void WhatIsPrintedSaysNothingOfThePerson()
    {
        var submission = Some.Submission();
        object[] records =
        [
            submission, submission.Person, new StoredUpload("1", "张三丰.jpg", "image/jpeg", 1, Some.Morning), new UploadResult(new StoredUpload("1", "张三丰.jpg", "image/jpeg", 1, Some.Morning), null),
            new StoredActivity(1, 1, null, Some.IdNumber), new RefusedUpload("张三丰.jpg", UploadRefusal.Empty),
            new UnansweredQuestion(Some.Phone, null, null, new DateOnly(2026, 12, 1)) { Known = ["张三丰"] },
        ];
        foreach (var text in records.Select(record => record.ToString()!))
        {
            Assert.DoesNotContain("三丰", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Some.IdNumber, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Some.Phone, text, StringComparison.Ordinal);
        }
    }
}
