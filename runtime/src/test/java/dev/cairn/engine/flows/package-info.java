/** Flows for tests, with definitions as the processor generates them. */
package dev.cairn.engine.flows;
