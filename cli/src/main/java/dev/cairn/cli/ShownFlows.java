package dev.cairn.cli;

import dev.cairn.view.FlowList;

/** Prints flows, a line each. */
record ShownFlows(FlowList view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        try (Table table = new Table(surroundings.terminal(), "")) {
            view.flows().forEach((name, documentation) -> table.row(name, documentation));
        }
    }
}
