using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Tests.Compat.Schema;

public sealed class ActivityWireTests
{
    private const string Wire = """
        {"type":"message","id":"7","timestamp":"2026-11-21T08:00:00+00:00","localTimezone":"Asia/Shanghai","serviceUrl":"https://s.example","channelId":"directline","from":{"id":"u","name":"老王","role":"user","tenant":"x"},"conversation":{"isGroup":false,"id":"c","name":"对话"},"recipient":{"id":"b"},"textFormat":"plain","attachmentLayout":"list","locale":"zh-CN","text":"要去北京","inputHint":"expectingInput","suggestedActions":{"to":["u"],"actions":[{"type":"imBack","title":"是","value":"是"}]},"attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"备案","buttons":[{"type":"openUrl","title":"看","value":"https://g.example"}]}}],"entities":[{"type":"mention","text":"@x","mentioned":{"id":"b","name":"Bot"}}],"channelData":{"clientActivityID":"42"},"replyToId":"6","value":{"a":1},"deliveryMode":"normal","extra":{"kept":true}}
        """;

    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    [Fact]
    public void An_activity_is_written_as_it_was_read()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Wire)!;

        Assert.Equal(Wire, JsonConvert.SerializeObject(activity, Settings));
    }

    [Fact]
    public void Properties_go_by_their_wire_names()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Wire)!;

        Assert.Equal("要去北京", activity.Text);
        Assert.Equal("老王", activity.From.Name);
        Assert.Equal("x", activity.From.Properties["tenant"]);
        Assert.False(activity.Conversation.IsGroup);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), activity.Timestamp);
        Assert.Equal("是", activity.SuggestedActions.Actions[0].Value);
        Assert.Equal("备案", ((JObject)activity.Attachments[0].Content)["title"]);
        Assert.Equal("Bot", activity.GetMentions()[0].Mentioned.Name);
        Assert.True((bool)activity.Properties["extra"]!["kept"]!);
    }

    [Fact]
    public void What_the_schema_does_not_know_is_kept_and_written_last()
    {
        var json = JsonConvert.SerializeObject(new Activity("event") { Properties = { ["z"] = 1 }, Name = "n" }, Settings);

        Assert.Equal("""{"type":"event","name":"n","z":1}""", json);
    }

    [Fact]
    public void Channel_data_is_read_as_a_type()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Wire)!;

        Assert.Equal("42", activity.GetChannelData<Client>().ClientActivityId);
        Assert.True(activity.TryGetChannelData<Client>(out var client));
        Assert.Equal("42", client.ClientActivityId);
    }

    [Fact]
    public void Channel_data_of_another_kind_is_not_read()
    {
        var activity = new Activity { ChannelData = "text" };

        Assert.False(activity.TryGetChannelData<Client>(out var client));
        Assert.Null(client);
        Assert.False(new Activity().TryGetChannelData(out client));
    }

    [Fact]
    public void Content_that_is_null_is_told_apart_from_content_that_is_absent()
    {
        Assert.Equal(JTokenType.Null, ((JValue)JsonConvert.DeserializeObject<Attachment>("""{"content":null}""")!.Content).Type);
        Assert.Null(JsonConvert.DeserializeObject<Attachment>("{}")!.Content);
        Assert.Equal("text", JsonConvert.DeserializeObject<Attachment>("""{"content":"text"}""")!.Content);
        Assert.IsType<JArray>(JsonConvert.DeserializeObject<Attachment>("""{"content":[1]}""")!.Content);
    }

    [Fact]
    public void Cards_are_written_in_camel_case()
    {
        var card = new HeroCard("题", text: "文", images: [new CardImage("https://i.example")], buttons: [new CardAction(ActionTypes.ImBack, "好", value: "好")]);

        var json = JsonConvert.SerializeObject(card.ToAttachment(), Settings);

        Assert.Equal("""{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"题","text":"文","images":[{"url":"https://i.example"}],"buttons":[{"type":"imBack","title":"好","value":"好"}]}}""", json);
    }

    [Fact]
    public void A_conversation_reference_round_trips()
    {
        const string Reference = """{"activityId":"1","user":{"id":"u"},"bot":{"id":"b"},"conversation":{"id":"c"},"channelId":"webchat","locale":"zh-CN","serviceUrl":"https://s.example"}""";

        Assert.Equal(Reference, JsonConvert.SerializeObject(JsonConvert.DeserializeObject<ConversationReference>(Reference), Settings));
    }

    private sealed record Client([property: JsonProperty("clientActivityID")] string ClientActivityId);
}
