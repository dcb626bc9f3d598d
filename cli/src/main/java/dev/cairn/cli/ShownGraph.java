package dev.cairn.cli;

import dev.cairn.view.GraphDrawing;
import dev.cairn.view.GraphText;
import dev.cairn.view.GraphView;

/**
 * Prints a graph.
 *
 * @param format {@code text}, {@code mermaid} or {@code dot}
 */
record ShownGraph(GraphView view, String format) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        switch (format) {
            case "mermaid" -> GraphText.mermaid(view).lines().forEach(terminal::line);
            case "dot" -> GraphText.dot(view).lines().forEach(terminal::line);
            default ->
                GraphDrawing.of(view, !terminal.canPrint("\u251c\u2500\u2502\u2192\u21ba"))
                        .forEach(terminal::line);
        }
    }
}
