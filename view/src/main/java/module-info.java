/** Views of flows and runs, and their JSON. */
module dev.cairn.view {
    requires transitive com.fasterxml.jackson.core;
    requires org.apache.commons.csv;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.view;
    exports dev.cairn.view.report;
}
