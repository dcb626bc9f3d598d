package dev.cairn.view;

import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.internal.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Graphs in the languages of Mermaid and of Graphviz. Names and notes are escaped, so that they are shown and do nothing. Thread-safe. */
public final class GraphText {
    private GraphText() {}

    /**
     * A flowchart of Mermaid.
     *
     * @param view the graph, and the notes at its steps
     * @return the text, with a line break at its end
     */
    public static String mermaid(GraphView view) {
        Map<String, String> ids = new HashMap<>();
        view.graph().steps().forEach(step -> ids.put(step.name(), "s" + ids.size())); // a step may be called `end`
        StringBuilder text = new StringBuilder("flowchart TD\n");
        for (GraphStep step : view.graph().steps()) {
            String label = mermaid(step.name()) + note(view, step, "<br/>", GraphText::mermaid);
            String[] shape = step.chooses() ? new String[] {"{\"", "\"}"} : new String[] {"[\"", "\"]"};
            text.append("    ")
                    .append(ids.get(step.name()))
                    .append(shape[0])
                    .append(label)
                    .append(shape[1])
                    .append('\n');
        }
        for (GraphStep step : view.graph().steps()) {
            for (GraphView.Edge edge : GraphView.edges(step)) {
                text.append("    ").append(ids.get(edge.from())).append(" -->");
                if (!edge.condition().isEmpty()) {
                    text.append("|\"").append(mermaid(edge.condition())).append("\"|");
                }
                text.append(' ').append(ids.get(edge.to())).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * A graph in the language of Graphviz.
     *
     * @param view the graph, and the notes at its steps
     * @return the text, with a line break at its end
     */
    public static String dot(GraphView view) {
        StringBuilder text = new StringBuilder("digraph ")
                .append(dot(view.graph().flow()))
                .append(
                        " {\n    node [shape=box, style=rounded, fontname=\"sans-serif\"]\n    edge [fontname=\"sans-serif\"]\n");
        for (GraphStep step : view.graph().steps()) {
            String label = dotText(step.name()) + note(view, step, "\\n", GraphText::dotText);
            text.append("    ")
                    .append(dot(step.name()))
                    .append(" [label=\"")
                    .append(label)
                    .append('"');
            text.append(step.chooses() ? ", shape=diamond, style=solid" : "").append("]\n");
        }
        for (GraphStep step : view.graph().steps()) {
            for (GraphView.Edge edge : GraphView.edges(step)) {
                text.append("    ").append(dot(edge.from())).append(" -> ").append(dot(edge.to()));
                if (!edge.condition().isEmpty()) {
                    text.append(" [label=").append(dot(edge.condition())).append(']');
                }
                text.append('\n');
            }
        }
        return text.append("}\n").toString();
    }

    private static String note(GraphView view, GraphStep step, String lineBreak, UnaryOperator<String> escape) {
        String note = view.notes().get(step.name());
        return note == null ? "" : lineBreak + escape.apply(note);
    }

    /** Everything that could mean something to Mermaid or to HTML as the entity of its number. */
    private static String mermaid(String text) {
        StringBuilder escaped = new StringBuilder();
        PlainText.of(text).codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || " ._-,()+=".indexOf(character) >= 0) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append('#').append(character).append(';');
            }
        });
        return escaped.toString();
    }

    private static String dot(String text) {
        return '"' + dotText(text) + '"';
    }

    private static String dotText(String text) {
        return PlainText.of(text)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("&", "&amp;"); // it knows entities
    }
}
