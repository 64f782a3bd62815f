namespace AlertWorker.Channels;

/// <summary>Sends every body in one piece with its length: a chunked one costs several packets, and not every server takes it.</summary>
internal sealed class WholeBody(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { Headers.ContentLength: null } body)
            await body.LoadIntoBufferAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
