import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { Spinner } from '../ui/Progress.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { Screens } from './screens.tsx';

export function App() {
  return (
    <BrokenPage>
      <Toasts>
        <BrowserRouter>
          <Suspense fallback={<Spinner />}>
            <Screens />
          </Suspense>
        </BrowserRouter>
      </Toasts>
    </BrokenPage>
  );
}
