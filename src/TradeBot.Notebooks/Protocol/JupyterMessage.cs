using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>A message that a front end sent.</summary>
/// <param name="Envelope">The frames before the delimiter, which an answer repeats.</param>
/// <param name="Header">The header's bytes as they came: the parent header of every answer.</param>
/// <param name="Id">The message's id.</param>
/// <param name="Type">Such as <c>execute_request</c>.</param>
/// <param name="Metadata">The metadata; some front ends send the cell's with it.</param>
/// <param name="Content">The content; what a sender leaves out is absent.</param>
internal sealed record JupyterMessage(byte[][] Envelope, byte[] Header, string Id, string Type, JsonObject Metadata, JsonObject Content)
{
    public string Text(string name, string otherwise = "") =>
        Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : otherwise;

    public bool Flag(string name, bool otherwise) =>
        Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    public int Number(string name, int otherwise) =>
        Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;
}

/// <summary>A message and the route back to its sender.</summary>
/// <param name="Message">What was asked.</param>
/// <param name="Socket">The channel it came on.</param>
/// <param name="Peer">The sender's identity, which is the same on all its channels.</param>
internal sealed record JupyterRequest(JupyterMessage Message, RouterSocket Socket, string Peer);
