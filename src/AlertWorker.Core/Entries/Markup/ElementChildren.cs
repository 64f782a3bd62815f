using System.Collections;

namespace AlertWorker.Entries.Markup;

/// <summary>The children of an element in order; walking over them costs no memory.</summary>
internal readonly struct ElementChildren(Element? first) : IEnumerable<Element>
{
    public Enumerator GetEnumerator() => new(first);

    IEnumerator<Element> IEnumerable<Element>.GetEnumerator()
    {
        for (var element = first; element is not null; element = element.Next)
            yield return element;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Element>)this).GetEnumerator();

    public struct Enumerator(Element? first)
    {
        private Element? _next = first;

        public Element Current { get; private set; } = null!;

        public bool MoveNext()
        {
            if (_next is null)
                return false;
            Current = _next;
            _next = _next.Next;
            return true;
        }
    }
}
