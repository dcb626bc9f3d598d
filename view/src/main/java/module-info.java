/** What is shown of flows and runs, and its JSON. */
module dev.cairn.view {
    requires transitive com.fasterxml.jackson.core;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.view;
}
