/** The schedule alone: no flow runs here. */
package dev.cairn.engine.schedule;
