'use client';

import type { LucideIcon } from 'lucide-react';
import { IconButton } from './button.tsx';
import type { Choice } from './choice-menu.tsx';
import { OnDemand } from './on-demand.tsx';

interface Props<Value extends string> {
  label: string;
  Icon: LucideIcon;
  choices: readonly Choice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
}

const loadMenu = () => import('./choice-menu.tsx');

/** The button of a small choice; its menu comes when it is asked for. */
export function ChoiceButton<Value extends string>(props: Props<Value>) {
  const { label, Icon, choices, value, onChoose } = props;
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChoose(choice.value);
  };
  return (
    <OnDemand
      load={loadMenu}
      rest={{ choices, value, onChoose: choose }}
      trigger={(handlers) => (
        <IconButton aria-label={label} aria-haspopup="menu" {...handlers}>
          <Icon size={19} aria-hidden />
        </IconButton>
      )}
    />
  );
}
