'use strict';
/* Makes the rows of the list of tasks as they are asked for, from the data of the page. Text only ever becomes text. */
(() => {
  const PAGE = 50;
  const find = id => document.getElementById(id);

  /* A value that is cut is shown as a whole when somebody asks for it. All are measured before any is changed. */
  function openCut(values) {
    for (const value of [...values].filter(each => each.scrollHeight > each.clientHeight + 1)) {
      const toggle = () => value.setAttribute('aria-expanded', String(value.getAttribute('aria-expanded') !== 'true'));
      value.tabIndex = 0;
      value.setAttribute('role', 'button');
      value.setAttribute('aria-expanded', 'false');
      value.addEventListener('click', () => getSelection().isCollapsed && toggle());
      value.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          toggle();
        }
      });
    }
  }

  /* The link to the section that is being read is marked. */
  function markWhereWeAre() {
    const sections = [...document.querySelectorAll('main > section')];
    const seen = new Set();
    const watch = new IntersectionObserver(entries => {
      for (const entry of entries) {
        seen[entry.isIntersecting ? 'add' : 'delete'](entry.target);
      }
      const first = sections.find(section => seen.has(section));
      for (const link of first ? document.querySelectorAll('nav a') : []) {
        if (link.hash === '#' + first.id) {
          link.setAttribute('aria-current', 'true');
        } else {
          link.removeAttribute('aria-current');
        }
      }
    }, {rootMargin: '-15% 0px -65% 0px'});
    sections.forEach(section => watch.observe(section));
  }

  openCut(document.querySelectorAll('.value'));
  markWhereWeAre();
  const region = find('task-region');
  if (!region) {
    return;
  }
  const data = JSON.parse(find('data').textContent);
  const WORDS = {s: 'succeeded', c: 'failure caught', f: 'failed', r: 'reused', k: 'reused, failure caught'};
  const LOOKS = {s: 'succeeded', c: 'caught', f: 'failed', r: 'reused', k: 'reused'};
  const MARKS = {
    s: 'M-3.5 .2 -1 2.8 3.6 -2.6', c: 'M0 -3.8V.8M0 3.2V3.6', f: 'M-2.7 -2.7 2.7 2.7M2.7 -2.7 -2.7 2.7',
    r: 'M2.7 -1.7A3.2 3.2 0 1 0 3.1 1M3 -4V-1.5H.5',
  };
  MARKS.k = MARKS.r;

  /* Lines of all steps have numbers from 0; each step knows the first of its own. */
  let lines = 0;
  for (const step of data.steps) {
    step.first = lines;
    step.count = step.took.length;
    lines += step.count;
    let at = 0;
    for (let i = 0; i < step.count; i++) {
      at += step.start[i];
      step.start[i] = at;
    }
    let line = 0;
    step.begins = step.position.map(position => {
      const begin = line;
      line += Array.isArray(position) ? position[2] : 1;
      return begin;
    });
  }
  let order = null; // the numbers of the lines that are listed, or null for all in their order
  let page = 0;
  let sorted = {column: 'id', down: false};

  function stepOf(line) {
    let low = 0;
    let high = data.steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (data.steps[middle].first <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return data.steps[low];
  }

  function idOf(step, i) {
    let low = 0;
    let high = step.begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (step.begins[middle] <= i) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const position = step.position[low];
    return step.name + (Array.isArray(position) ? position[0] + (position[1] + (i - step.begins[low]) * position[3]) : position);
  }

  function decimal(number) {
    return String(Number(number.toFixed(number < 10 ? 2 : 1)));
  }

  function parts(large, unit, small, smallUnit) {
    return large + unit + (small ? ' ' + small + smallUnit : '');
  }

  /* As the rest of the page has it. */
  function duration(micros) {
    if (micros < 0) {
      return '−' + duration(-micros);
    } else if (micros === 0) {
      return '0 s';
    } else if (micros < 1e3) {
      return micros + ' µs';
    } else if (micros < 1e6) {
      return (micros < 1e4 ? decimal(micros / 1e3) : Math.floor(micros / 1e3)) + ' ms';
    }
    const seconds = Math.floor(micros / 1e6);
    if (seconds < 60) {
      return decimal(micros / 1e6) + ' s';
    } else if (seconds < 3600) {
      return parts(Math.floor(seconds / 60), ' min', seconds % 60, ' s');
    } else if (seconds < 86400) {
      return parts(Math.floor(seconds / 3600), ' h', Math.floor(seconds / 60) % 60, ' min');
    }
    return parts(Math.floor(seconds / 86400), ' d', Math.floor(seconds / 3600) % 24, ' h');
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function drawn(tag, attributes) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const name in attributes) {
      made.setAttribute(name, attributes[name]);
    }
    return made;
  }

  function mark(state) {
    const svg = drawn('svg', {
      class: 'state is-' + LOOKS[state], viewBox: '-9 -9 18 18', width: 16, height: 16, 'aria-hidden': 'true',
    });
    svg.append(drawn('circle', {class: 'dot', r: 8}), drawn('path', {class: 'mark', d: MARKS[state]}));
    return svg;
  }

  function cell(className, text) {
    return element('td', className, text);
  }

  function row(line) {
    const step = stepOf(line);
    const i = line - step.first;
    const tr = element('tr');
    const head = element('th');
    head.scope = 'row';
    const id = idOf(step, i);
    const details = step.details[i];
    if (details) {
      const button = element('button', 'open', id);
      button.type = 'button';
      button.setAttribute('aria-expanded', 'false');
      button.addEventListener('click', () => toggle(tr, button, details, id));
      head.append(button);
    } else {
      head.append(element('code', '', id));
    }
    const state = step.state[i];
    const stateCell = cell('nowrap');
    stateCell.append(mark(state), WORDS[state]);
    const reused = state === 'r' || state === 'k';
    tr.append(head, stateCell, cell('number', reused ? 'before' : duration(step.start[i])),
      cell('number', duration(step.took[i])), cell('number', String(step.attempts[i] || 1)));
    return tr;
  }

  function toggle(tr, button, details, id) {
    const open = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!open));
    if (open) {
      tr.nextSibling.remove();
      return;
    }
    const inner = element('tr', 'detail');
    const wide = element('td');
    wide.colSpan = 5;
    wide.append(describe(details, id));
    inner.append(wide);
    tr.after(inner);
    openCut(wide.querySelectorAll('.value'));
  }

  function facts(list) {
    const dl = element('dl', 'about');
    for (const [name, value] of list) {
      const group = element('div');
      group.append(element('dt', '', name), element('dd', '', value));
      dl.append(group);
    }
    return dl;
  }

  function table(className, columns, rows, make) {
    const made = element('table', className);
    const head = element('tr');
    for (const column of columns) {
      const th = element('th', '', column);
      th.scope = 'col';
      head.append(th);
    }
    const thead = element('thead');
    thead.append(head);
    const body = element('tbody');
    for (const each of rows) {
      body.append(make(each));
    }
    made.append(thead, body);
    return made;
  }

  function describe(details, id) {
    const all = element('div', 'described');
    const list = [];
    if (details.item) {
      list.push(['Item', details.item]);
    }
    if (details.origin) {
      list.push(['Executed as', details.origin]);
    }
    if (list.length) {
      all.append(facts(list));
    }
    if (details.attempts.length > 1 || details.attempts.some(attempt => attempt[4])) {
      all.append(table('attempts', ['Attempt', 'State', 'Start', 'Took', 'Failure'], details.attempts, attempt => {
        const tr = element('tr');
        tr.append(cell('', String(attempt[0])), cell('', attempt[1]), cell('number', duration(attempt[2])),
          cell('number', duration(attempt[3])), cell('', attempt[4]));
        return tr;
      }));
    }
    if (details.trace) {
      all.append(element('pre', '', details.trace));
    }
    if (details.artifacts.length) {
      all.append(table('values', ['Artifact', 'Value', 'Type', 'Size', 'Address'], details.artifacts, artifact => {
        const tr = element('tr');
        const name = element('th', '', artifact[0]);
        name.scope = 'row';
        const value = cell('');
        value.append(artifact[4] ? element('code', 'value', artifact[4]) : element('span', 'faint', 'not shown'));
        const type = cell('');
        type.append(element('code', 'type', artifact[1]));
        const address = cell('');
        const code = element('code', 'address', artifact[3].slice(0, 12));
        code.title = artifact[3];
        address.append(code);
        tr.append(name, value, type, cell('number', artifact[2]), address);
        return tr;
      }));
      if (details.moreArtifacts) {
        all.append(element('p', 'note', details.moreArtifacts + ' more artifacts; `show ' + data.run + '/' + id + '` lists them.'));
      }
    } else {
      all.append(element('p', 'faint', 'It stored no artifact.'));
    }
    if (details.log.length) {
      const pre = element('pre');
      for (const line of details.log) {
        pre.append(element('span', line[0] === 'err' ? 'err' : '', duration(line[1]).padStart(9) + '  ' + line[2] + '\n'));
      }
      all.append(pre);
      if (details.moreLog) {
        all.append(element('p', 'note', 'There is more; `logs ' + data.run + '/' + id + '` prints all of it.'));
      }
    }
    return all;
  }

  function show(focus) {
    const count = order ? order.length : lines;
    const pages = Math.max(1, Math.ceil(count / PAGE));
    page = Math.max(0, Math.min(page, pages - 1));
    const rows = [];
    for (let i = page * PAGE; i < Math.min(count, (page + 1) * PAGE); i++) {
      rows.push(row(order ? order[i] : i));
    }
    find('task-rows').replaceChildren(...rows);
    find('task-first').disabled = find('task-previous').disabled = page === 0;
    find('task-next').disabled = find('task-last').disabled = page === pages - 1;
    const format = number => number.toLocaleString('en-US');
    find('task-count').textContent = count === 0 ? 'No task matches.'
      : format(page * PAGE + 1) + ' to ' + format(Math.min(count, (page + 1) * PAGE)) + ' of ' + format(count)
        + (count === 1 ? ' task' : ' tasks') + (order && count < lines ? ', of ' + format(lines) : '');
    if (focus) {
      region.scrollIntoView({block: 'nearest'});
    }
  }

  const VALUES = {
    start: (step, i) => step.start[i],
    took: (step, i) => step.took[i],
    attempts: (step, i) => step.attempts[i] || 1,
    state: (step, i) => 'fckrs'.indexOf(step.state[i]),
  };

  function select() {
    const wanted = find('task-step').value;
    const state = find('task-state').value;
    const text = find('task-search').value.trim();
    const all = !wanted && !state && !text;
    if (all && sorted.column === 'id' && !sorted.down) {
      order = null;
    } else {
      const chosen = [];
      data.steps.forEach((step, number) => {
        if (wanted && String(number) !== wanted) {
          return;
        }
        for (let i = 0; i < step.count; i++) {
          const matches = !state || (state === 't' ? (step.attempts[i] || 1) > 1
            : state === step.state[i] || state === 'r' && step.state[i] === 'k' || state === 'c' && step.state[i] === 'k');
          if (matches && (!text || idOf(step, i).includes(text))) {
            chosen.push(step.first + i);
          }
        }
      });
      if (sorted.column !== 'id') {
        const value = VALUES[sorted.column];
        const keys = new Float64Array(lines);
        for (const line of chosen) {
          const step = stepOf(line);
          keys[line] = value(step, line - step.first);
        }
        chosen.sort((a, b) => keys[a] - keys[b] || a - b);
      }
      if (sorted.down) {
        chosen.reverse();
      }
      order = chosen;
    }
    page = 0;
    show();
  }

  for (const th of region.querySelectorAll('th[data-column]')) {
    const column = th.dataset.column;
    th.firstElementChild.addEventListener('click', () => {
      const down = sorted.column === column ? !sorted.down : column !== 'id' && column !== 'state' && column !== 'start';
      sorted = {column, down};
      for (const other of region.querySelectorAll('th[data-column]')) {
        other.removeAttribute('aria-sort');
      }
      th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      select();
    });
  }
  find('task-step').addEventListener('change', select);
  find('task-state').addEventListener('change', select);
  find('task-search').addEventListener('input', select);
  find('task-filters').addEventListener('submit', event => event.preventDefault());
  const turn = (id, to) => find(id).addEventListener('click', () => {
    page = to();
    show(true);
  });
  turn('task-first', () => 0);
  turn('task-previous', () => page - 1);
  turn('task-next', () => page + 1);
  turn('task-last', () => Infinity);
  for (const link of document.querySelectorAll('a[data-step]')) {
    link.addEventListener('click', () => {
      find('task-step').value = link.dataset.step;
      select();
    });
  }
  region.hidden = find('task-filters').hidden = find('task-pager').hidden = false;
  show();
})();
